namespace ComposerPlugin.Styles;

/// <summary>
/// The roles of graphs in a style: the keys of <see cref="StyleFile.Graphs"/>. <see cref="GraphPorts"/> lists inputs and outputs.
/// </summary>
public static class GraphRole
{
    /// <summary>Reads one step of music and outputs the hidden vector.</summary>
    public const string Step = "step";

    /// <summary>Outputs the logits of the IOI class.</summary>
    public const string Ioi = "gap";

    /// <summary>Outputs the logits of the pitch.</summary>
    public const string Pitch = "pitch";

    /// <summary>Outputs the logits of the duration class.</summary>
    public const string Duration = "duration";

    /// <summary>Outputs the logits of the velocity class.</summary>
    public const string Velocity = "velocity";

    /// <summary>Reads a segment of whole bars and outputs the mean and log-variance of its latent.</summary>
    public const string Encode = "encode";

    /// <summary>Outputs the next bar, given noise, the previous bar and a chord.</summary>
    public const string Bar = "bar";

    /// <summary>The name of the file that the trainer writes for a role.</summary>
    public static string FileName(string role) => role + ".onnx";
}
