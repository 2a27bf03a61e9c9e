using ComposerPlugin.Host;
using ComposerPlugin.Music;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Sessions;

/// <summary>The controls of the published plugin, as the library lists them.</summary>
internal sealed class ControlSurface
{
    // The session sets these, because it checks them.
    private static readonly string[] _lockTitles = ["Lowest note", "Highest note", "Key", "Scale"];

    // A program, a style or a learned controller changes other values; loading takes long.
    private static readonly string[] _rareTitles = ["Program", "Style", "Execution provider", "MIDI learn"];

    private readonly uint[] _lock;

    public ControlSurface(HostedPlugin plugin)
    {
        Plugin = plugin;
        Bypass = plugin.Parameters.Single(parameter => parameter.Flags.HasFlag(ParameterFlags.Bypass)).Id;
        Status = plugin.Parameter("Status").Id;
        _lock = [.. _lockTitles.Select(title => plugin.Parameter(title).Id)];
        var movable = plugin.Parameters.Where(parameter => !parameter.Flags.HasFlag(ParameterFlags.ReadOnly)
            && !_lock.Contains(parameter.Id)).ToList();
        Rare = [.. movable.Where(parameter => _rareTitles.Contains(parameter.Title))];
        // Parameters of MIDI controllers are not controls: the plugin passes them through.
        Free = [.. movable.Except(Rare).Where(parameter => !parameter.Flags.HasFlag(ParameterFlags.Hidden))];
    }

    public uint Bypass { get; }

    public uint Status { get; }

    /// <summary>Controls that move at any time.</summary>
    public IReadOnlyList<HostedParameter> Free { get; }

    /// <summary>Controls that move in few sessions.</summary>
    public IReadOnlyList<HostedParameter> Rare { get; }

    private HostedPlugin Plugin { get; }

    /// <summary>The values that set range and scale, by parameter.</summary>
    public IEnumerable<(uint Id, double Normalized)> ValuesOf(AllowedPitches pitches)
    {
        int scale = Scale.Named.Select(named => named.Scale).ToList().IndexOf(pitches.Scale);
        foreach (var (id, plain) in _lock.Zip([pitches.Lowest, pitches.Highest, pitches.Tonic, scale]))
            yield return (id, Plugin.ToNormalized(id, plain));
    }
}
