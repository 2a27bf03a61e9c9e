namespace ComposerPlugin.Trainer.Onnx;

/// <summary>Element types; the values are those of TensorProto.DataType.</summary>
internal enum OnnxType
{
    Float = 1,
    Int64 = 7,
    Float16 = 10,
}
