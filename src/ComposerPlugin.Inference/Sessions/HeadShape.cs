using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>The inputs and outputs of a head's graph.</summary>
/// <param name="Role">The graph's role.</param>
/// <param name="Classes">The number of logits.</param>
/// <param name="Predicted">The attribute whose motif chains a gate mixes in; null if the head has no gate.</param>
/// <param name="Choices">The inputs for the attributes sampled before.</param>
internal sealed record HeadShape(string Role, int Classes, NoteAttribute? Predicted, params string[] Choices)
{
    private const int Any = GraphPort.Dynamic;

    public static readonly HeadShape Ioi = new(GraphRole.Ioi, Vocabulary.Iois, NoteAttribute.Timing);
    public static readonly HeadShape Pitch = new(
        GraphRole.Pitch, Vocabulary.Pitches, NoteAttribute.Pitch, GraphPorts.Ioi, GraphPorts.BarPosition);

    public static readonly HeadShape Duration = new(
        GraphRole.Duration, Vocabulary.Durations, NoteAttribute.Duration,
        GraphPorts.Ioi, GraphPorts.Pitch, GraphPorts.BarPosition);

    public static readonly HeadShape Velocity = new(
        GraphRole.Velocity, Vocabulary.Velocities, null, GraphPorts.Pitch, GraphPorts.Duration, GraphPorts.BarPosition);

    /// <summary>All four heads.</summary>
    public static readonly HeadShape[] All = [Ioi, Pitch, Duration, Velocity];

    /// <summary>The number of chains that a gate mixes in: of motifs, and of the form memory if there are form inputs.</summary>
    /// <param name="form">Whether the style has form inputs.</param>
    public int Chains(bool form = false) => Predicted is { } attribute ? MotifPredictor.Chains(attribute, form) : 0;

    /// <summary>Whether a graph mixes in the predictions of motifs.</summary>
    public static bool IsGated(InferenceSession session) => session.InputMetadata.ContainsKey(GraphPorts.Motif);

    /// <summary>Checks a style's graph of this role.</summary>
    /// <param name="style">The style.</param>
    /// <param name="width">The size of the hidden vector.</param>
    /// <exception cref="StyleException">An input or output is missing or has another shape.</exception>
    public void Check(StyleSessions style, int width)
    {
        var session = style.Session(Role);
        List<GraphPort> inputs =
            [GraphPort.Floats(GraphPorts.Hidden, Any, Any, width), .. Choices.Select(name => GraphPort.Classes(name, Any, Any))];
        int chains = Chains(style.File.Form is not null);
        if (chains > 0 && IsGated(session))
        {
            inputs.AddRange([
                GraphPort.Floats(GraphPorts.Motif, Any, Any, chains, Classes),
                GraphPort.Floats(GraphPorts.Features, Any, Any, chains, MotifPredictor.Features),
                GraphPort.Floats(GraphPorts.Memory, 1)]);
        }
        GraphPort.Check(session, style.GraphPath(Role), inputs, [GraphPort.Floats(GraphPorts.Logits, Any, Any, Classes)]);
    }
}
