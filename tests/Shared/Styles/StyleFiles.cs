using ComposerPlugin.Styles;

namespace ComposerPlugin.Tests.Shared;

/// <summary>Style files for tests.</summary>
internal static class StyleFiles
{
    public static StyleFile Recurrent { get; } = new()
    {
        Id = "test",
        Name = "Test",
        Type = ModelType.Lstm,
        Graphs = new Dictionary<string, string>
        {
            [GraphRole.Step] = "step.onnx",
            [GraphRole.Ioi] = "gap.onnx",
            [GraphRole.Pitch] = "pitch.onnx",
            [GraphRole.Duration] = "duration.onnx",
            [GraphRole.Velocity] = "velocity.onnx",
        },
        Vocabulary = StyleVocabulary.Current,
        PitchRange = new() { Lowest = 55, Highest = 91 },
        Polyphony = 1,
        MeanVelocity = 90,
    };
}
