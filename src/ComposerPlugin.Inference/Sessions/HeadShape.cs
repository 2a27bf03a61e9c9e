using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>What a head's graph reads and writes.</summary>
/// <param name="Role">Its part in the style.</param>
/// <param name="Classes">The number of its logits.</param>
/// <param name="Chains">How many motif chains a gate in it mixes in; 0 where there can be no gate.</param>
/// <param name="Choices">The names of what is chosen before.</param>
internal sealed record HeadShape(string Role, int Classes, int Chains, params string[] Choices)
{
    private const int Any = GraphPort.Free;

    public static readonly HeadShape Ioi = new(GraphRole.Ioi, Vocabulary.Iois, MotifForecast.Chains(NoteAttribute.Timing));
    public static readonly HeadShape Pitch = new(GraphRole.Pitch, Vocabulary.Pitches, MotifForecast.Chains(NoteAttribute.Pitch), "gap", "place");
    public static readonly HeadShape Duration = new(GraphRole.Duration, Vocabulary.Durations, MotifForecast.Chains(NoteAttribute.Duration), "gap", "pitch", "place");
    public static readonly HeadShape Velocity = new(GraphRole.Velocity, Vocabulary.Velocities, 0, "pitch", "duration", "place");

    /// <summary>All four.</summary>
    public static readonly HeadShape[] All = [Ioi, Pitch, Duration, Velocity];

    /// <summary>Whether a graph mixes in what the music's own motifs foretell.</summary>
    public static bool IsGated(InferenceSession session) => session.InputMetadata.ContainsKey("motif");

    /// <summary>Checks a style's graph of this role.</summary>
    /// <param name="style">The style.</param>
    /// <param name="width">The length of the hidden vector.</param>
    /// <exception cref="StyleException">The graph lacks an input or output, or has one of another shape.</exception>
    public void Check(StyleSessions style, int width)
    {
        var session = style.Session(Role);
        List<GraphPort> inputs = [GraphPort.Numbers("hidden", Any, Any, width), .. Choices.Select(name => GraphPort.Classes(name, Any, Any))];
        if (Chains > 0 && IsGated(session))
        {
            inputs.AddRange([
                GraphPort.Numbers("motif", Any, Any, Chains, Classes), GraphPort.Numbers("features", Any, Any, Chains, MotifForecast.Features),
                GraphPort.Numbers("memory", 1)]);
        }
        GraphPort.Check(session, style.GraphPath(Role), inputs, [GraphPort.Numbers("logits", Any, Any, Classes)]);
    }
}
