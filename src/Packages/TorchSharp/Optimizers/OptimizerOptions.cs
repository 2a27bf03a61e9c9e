using System.Reflection;

namespace TorchSharp.Modules;

/// <summary>
/// The numbers of one parameter group; what is null takes the optimiser's own. A derived class only declares its fields, each double?
/// or bool?, in the order that the file has them.
/// </summary>
public class OptimizerOptions
{
    public double? LearningRate { get; set; }

    public double InitialLearningRate { get; set; }

    private IEnumerable<FieldInfo> Fields => GetType().GetFields().OrderBy(option => option.MetadataToken);

    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate!.Value);
        foreach (var field in Fields)
        {
            if (field.FieldType == typeof(bool?))
                writer.Write((bool)field.GetValue(this)!);
            else
                writer.Write((double)field.GetValue(this)!);
        }
    }

    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
        foreach (var field in Fields)
            field.SetValue(this, field.FieldType == typeof(bool?) ? reader.ReadBoolean() : reader.ReadDouble());
    }

    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
        foreach (var field in Fields)
            field.SetValue(this, field.GetValue(source));
    }

    internal OptimizerOptions Copy() => (OptimizerOptions)MemberwiseClone();

    internal void Complete(OptimizerOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        InitialLearningRate = LearningRate!.Value;
        foreach (var field in Fields)
            field.SetValue(this, field.GetValue(this) ?? field.GetValue(defaults));
    }
}
