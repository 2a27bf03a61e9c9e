namespace ComposerPlugin.Trainer.Onnx;

/// <summary>The file names of a style's graphs. Part of the style format: never change.</summary>
internal static class GraphFiles
{
    public const string Step = "step.onnx";
    public const string Ioi = "gap.onnx";
    public const string Pitch = "pitch.onnx";
    public const string Duration = "duration.onnx";
    public const string Velocity = "velocity.onnx";
    public const string Encode = "encode.onnx";
    public const string Bar = "bar.onnx";
}
