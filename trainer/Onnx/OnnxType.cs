namespace ComposerPlugin.Trainer.Onnx;

/// <summary>Element types, with their numbers in the ONNX format.</summary>
internal enum OnnxType
{
    Float = 1,
    Int64 = 7,
    Float16 = 10,
}
