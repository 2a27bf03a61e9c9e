using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimiser remembers about one parameter. Its tensors belong to no dispose scope.</summary>
internal abstract class OptimizerState : IDisposable
{
    public abstract void Save(BinaryWriter writer);

    public abstract void Load(BinaryReader reader);

    public abstract void Dispose();

    protected static Tensor Zeros(Parameter parameter)
    {
        using var _ = no_grad();
        return zeros_like(parameter).DetachFromDisposeScope();
    }

    protected static void SaveOptional(BinaryWriter writer, Tensor? tensor)
    {
        writer.Write(tensor is not null);
        tensor?.Save(writer);
    }

    protected static void LoadOptional(BinaryReader reader, ref Tensor? tensor)
    {
        if (reader.ReadBoolean())
        {
            TensorExtensionMethods.Load(ref tensor, reader);
            tensor!.DetachFromDisposeScope();
            return;
        }
        tensor?.Dispose();
        tensor = null;
    }
}
