namespace ComposerPlugin.Trainer.Onnx;

/// <summary>A dimension of a graph's input or output: a size, or a name if the size varies.</summary>
internal readonly record struct OnnxDimension(long Size, string? Name)
{
    public static implicit operator OnnxDimension(long size) => new(size, null);

    public static implicit operator OnnxDimension(string name) => new(0, name);
}
