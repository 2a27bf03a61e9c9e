using ComposerPlugin.Engine;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>
/// [main] Pending notifications for the host. VST3 allows them only on the main thread. Without an editor the plugin has no callback
/// there, so that they are sent inside the host's next call to the controller; hosts query values continuously while they show them.
/// </summary>
public sealed class HostNotices
{
    // Hosts load and save on threads of their own. Never held while the host is called.
    private readonly Lock _gate = new();
    private readonly Dictionary<uint, double> _edits = [];
    private HostComponentHandler _handler;
    private RestartFlags _restart;
    private bool _dirty;
    private bool _sending;

    /// <summary>[main] Sets the host's handler; may be null.</summary>
    public void Use(HostComponentHandler handler) => _handler = handler;

    /// <summary>[main] Adds an edit: the plugin has set a parameter.</summary>
    public void Edit(uint id, double normalized)
    {
        lock (_gate)
            _edits[id] = normalized;
    }

    /// <summary>[main] Removes the pending edit of a parameter that the host has set since.</summary>
    public void Forget(uint id)
    {
        lock (_gate)
            _edits.Remove(id);
    }

    /// <summary>[main] Removes all pending edits: a project is loaded.</summary>
    public void Forget()
    {
        lock (_gate)
            _edits.Clear();
    }

    /// <summary>[main] Adds a request to restart the component with these flags.</summary>
    public void Restart(RestartFlags flags) => _restart |= flags;

    /// <summary>[main] Adds a notification that the state has changed since the project was saved.</summary>
    public void MarkDirty() => _dirty = true;

    /// <summary>[main] Sends the pending notifications. Reentrant calls from the host do nothing.</summary>
    public void Send()
    {
        ThreadCheck.Main();
        if (_sending || _handler.IsNull || (_edits.Count == 0 && _restart == RestartFlags.None && !_dirty))
            return;
        _sending = true;
        KeyValuePair<uint, double>[] edits;
        RestartFlags restart;
        bool dirty;
        lock (_gate)
        {
            (edits, restart, dirty) = ([.. _edits], _restart, _dirty);
            _edits.Clear();
            (_restart, _dirty) = (RestartFlags.None, false);
        }
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
        _sending = false;
    }
}
