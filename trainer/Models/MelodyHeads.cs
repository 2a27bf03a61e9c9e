using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Configuration;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// The four chained heads of a melody model: IOI, pitch given IOI, duration given IOI and pitch, velocity given pitch and duration.
/// </summary>
internal sealed class MelodyHeads : nn.Module
{
    private readonly MelodyHead _gap, _pitch, _duration, _velocity;

    public MelodyHeads(int width, TrainConfig config)
        : base("heads")
    {
        (string, int?) ioi = (GraphPorts.Ioi, Vocabulary.Iois), pitch = (GraphPorts.Pitch, Vocabulary.Pitches);
        (string, int?) duration = (GraphPorts.Duration, Vocabulary.Durations);
        (string, int?) barPosition = (GraphPorts.BarPosition, config.Places ? Vocabulary.BarPositions : null);
        int dense = config.Dense;
        _gap = new(width, dense / 2, Vocabulary.Iois, GateOf(NoteAttribute.Timing));
        _pitch = new(width, dense, Vocabulary.Pitches, GateOf(NoteAttribute.Pitch), ioi, barPosition);
        _duration = new(width, dense, Vocabulary.Durations, GateOf(NoteAttribute.Duration), ioi, pitch, barPosition);
        _velocity = new(width, dense / 2, Vocabulary.Velocities, null, pitch, duration, barPosition);
        RegisterComponents();

        MotifGate? GateOf(NoteAttribute attribute) =>
            config.Gate ? new(width, attribute, config.Form ? FormChainUse.Of(config, attribute) : null) : null;
    }

    /// <summary>Reads only the hidden state.</summary>
    public MelodyHead Ioi => _gap;

    /// <summary>Also reads IOI and position in the bar.</summary>
    public MelodyHead Pitch => _pitch;

    /// <summary>Also reads IOI, pitch and position in the bar.</summary>
    public MelodyHead Duration => _duration;

    /// <summary>Also reads pitch, duration and position in the bar.</summary>
    public MelodyHead Velocity => _velocity;

    /// <summary>Writes the four graphs.</summary>
    public void Write(string folder)
    {
        Ioi.Write(Path.Combine(folder, GraphRole.FileName(GraphRole.Ioi)));
        Pitch.Write(Path.Combine(folder, GraphRole.FileName(GraphRole.Pitch)));
        Duration.Write(Path.Combine(folder, GraphRole.FileName(GraphRole.Duration)));
        Velocity.Write(Path.Combine(folder, GraphRole.FileName(GraphRole.Velocity)));
    }
}
