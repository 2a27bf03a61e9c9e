using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>The controls that shape an answer, as they stood when it was asked for.</summary>
/// <param name="Grid">Where its notes may begin.</param>
/// <param name="Temperature">Divides the logits, multiplied by the style's own: below 1 safer than the style, above 1 bolder; greater than 0.</param>
/// <param name="TopP">Only the likeliest classes that together have this probability are drawn from; 0 to 1.</param>
/// <param name="Seed">The take's seed.</param>
public readonly record struct AnswerControls(Grid Grid, float Temperature, float TopP, uint Seed)
{
    /// <summary>More or fewer notes than the style would: 1 makes an eighth four times as likely against a quarter, -1 a quarter of that; -1 to 1.</summary>
    public float Density { get; init; }

    /// <summary>The most that <see cref="Memory"/> is raised or lowered by: motifs then weigh about twenty times as much, or as little.</summary>
    public const float StrongestMemory = 3;

    /// <summary>How strongly the answer takes up motifs that were played, as <c>MelodyModel.Memory</c>: 0 as learnt.</summary>
    public float Memory { get; init; }

    /// <summary>The lowest pitch that may be played.</summary>
    public Pitch Lowest { get; init; }

    /// <summary>The highest pitch that may be played; not below <see cref="Lowest"/>.</summary>
    public Pitch Highest { get; init; } = new(Pitch.Count - 1);

    /// <summary>The pitch classes that may be played.</summary>
    public Scale Scale { get; init; } = Scale.Chromatic;

    /// <summary>The pitch class of the tonic, 0 to 11.</summary>
    public byte Tonic { get; init; }

    /// <summary>
    /// Whether the answer closes: its last note is long and begins on a strong beat of its last bar. If not, notes begin until its end, so that another answer can
    /// follow without a seam.
    /// </summary>
    public bool Closes { get; init; } = true;

    /// <summary>
    /// Whether the last note of an answer that closes is the tonic: that of <see cref="Scale"/>, or of the key that is heard where the scale is chromatic.
    /// </summary>
    public bool EndsOnTonic { get; init; }

    /// <summary>
    /// How many octaves higher than composed the answer is played. It gives way to <see cref="Lowest"/> and <see cref="Highest"/> where the style could play
    /// less than an octave of them otherwise.
    /// </summary>
    public sbyte Octave { get; init; }

    /// <summary>What velocities go by.</summary>
    public VelocityFrom VelocityFrom { get; init; }

    /// <summary>The velocity of all notes where they are fixed, 1 to 127.</summary>
    public byte FixedVelocity { get; init; } = 96;

    /// <summary>Multiplies velocities.</summary>
    public float VelocityScale { get; init; } = 1;

    /// <summary>How soon it is led away from what it repeats.</summary>
    public RepeatGuardStrength RepeatGuard { get; init; } = RepeatGuardStrength.Normal;

    /// <summary>How far a varied phrase goes from the heard one: 0 to 1.</summary>
    public float Variation { get; init; } = 0.5f;

    /// <summary>Where between the two captured phrases a varied phrase lies: 0 the first, 1 the second.</summary>
    public float Morph { get; init; }
}
