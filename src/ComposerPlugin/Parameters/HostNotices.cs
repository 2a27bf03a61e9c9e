using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>
/// [main] What the host must hear of that it did not do itself. The interface lets a plugin say so on the main thread alone, and gives it no
/// thread of its own there; so it waits for the host's next call to the controller. Hosts ask it for values all the time while they show them.
/// </summary>
public sealed class HostNotices
{
    private readonly Dictionary<uint, double> _edits = [];
    private HostComponentHandler _handler;
    private RestartFlags _restart;
    private bool _dirty;
    private bool _telling;

    /// <summary>[main] The way to tell; null: none.</summary>
    public void Use(HostComponentHandler handler) => _handler = handler;

    /// <summary>[main] The plugin has set a control, as a musician would have.</summary>
    public void Edit(uint id, double normalized) => _edits[id] = normalized;

    /// <summary>[main] The host has set the control since, so that it need not hear of it.</summary>
    public void Forget(uint id) => _edits.Remove(id);

    /// <summary>[main] The host must read again what the flags name.</summary>
    public void Restart(RestartFlags flags) => _restart |= flags;

    /// <summary>[main] The project is no longer as it was saved.</summary>
    public void Dirty() => _dirty = true;

    /// <summary>[main] Tells what waits. A host that calls back from within hears nothing twice.</summary>
    public void Tell()
    {
        if (_telling || _handler.IsNull || (_edits.Count == 0 && _restart == RestartFlags.None && !_dirty))
            return;
        _telling = true;
        var (edits, restart, dirty) = (_edits.ToArray(), _restart, _dirty);
        _edits.Clear();
        (_restart, _dirty) = (RestartFlags.None, false);
        foreach (var (id, normalized) in edits)
        {
            _handler.BeginEdit(id);
            _handler.PerformEdit(id, normalized);
            _handler.EndEdit(id);
        }
        if (restart != RestartFlags.None)
            _handler.RestartComponent(restart);
        if (dirty)
            _handler.SetDirty(true);
        _telling = false;
    }
}
