using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] Notices that no note has arrived, or that the host takes none, after the host has played for ten seconds. The seconds are those
/// of the song: the clock of the window does not matter.
/// </summary>
internal sealed class RoutingWatch
{
    /// <summary>How long the host plays before a fault is noticed, in seconds.</summary>
    public const double Patience = 10;

    private double _position = double.NaN;
    private double _withoutMidi;
    private double _withoutOutput;

    /// <summary>What is wrong. Call it at each tick. Allocates nothing.</summary>
    /// <param name="engine">The state of the audio thread.</param>
    /// <param name="isHeard">Whether the plugin's own tone is heard, so that the host need not take its notes.</param>
    public RoutingFault Look(in EngineSnapshot engine, bool isHeard)
    {
        double ticks = engine.Position - _position;
        _position = engine.Position;
        // Until the audio thread has run there is nothing to notice. A clock that goes back is another audio thread's.
        double seconds = engine.IsPlaying && engine.Tempo > 0 && ticks > 0 ? ticks / Ticks.PerQuarter * 60 / engine.Tempo : 0;
        bool needsMidi = engine.Mode is PlayMode.Continue or PlayMode.Trade or PlayMode.Vary;
        _withoutMidi = engine.PlayedNotes == 0 && needsMidi && engine.IsPlaying ? _withoutMidi + seconds : 0;
        _withoutOutput = !engine.HasOutput && !isHeard && engine.IsPlaying ? _withoutOutput + seconds : 0;
        return _withoutMidi >= Patience ? RoutingFault.NoMidi
            : _withoutOutput >= Patience ? RoutingFault.NoOutput
            : RoutingFault.None;
    }
}
