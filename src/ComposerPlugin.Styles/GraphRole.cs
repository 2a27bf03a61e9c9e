namespace ComposerPlugin.Styles;

/// <summary>The parts that graphs play in a style: the keys of <see cref="StyleFile.Graphs"/>.</summary>
public static class GraphRole
{
    /// <summary>Reads one note; gives the hidden vector.</summary>
    public const string Step = "step";

    /// <summary>Gives the gap's logits.</summary>
    public const string Ioi = "gap";

    /// <summary>Gives the pitch's logits.</summary>
    public const string Pitch = "pitch";

    /// <summary>Gives the duration's logits.</summary>
    public const string Duration = "duration";

    /// <summary>Gives the velocity's logits.</summary>
    public const string Velocity = "velocity";

    /// <summary>Reads a passage of whole bars; gives mean and log-variance of its latent.</summary>
    public const string Encode = "encode";

    /// <summary>Gives the next bar from noise, the bar before and a chord.</summary>
    public const string Bar = "bar";
}
