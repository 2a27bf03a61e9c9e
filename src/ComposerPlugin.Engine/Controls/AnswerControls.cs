using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>The controls of an answer, at the time of its request.</summary>
/// <param name="Grid">Where its notes may begin.</param>
/// <param name="Temperature">
/// The sampling temperature relative to the style's: below 1 more predictable, above 1 more surprising; greater than 0.
/// </param>
/// <param name="TopP">Nucleus sampling: draws are from the likeliest classes that together have this probability; 0 to 1.</param>
/// <param name="Seed">The seed of the take.</param>
public readonly record struct AnswerControls(Grid Grid, float Temperature, float TopP, uint Seed)
{
    /// <summary>
    /// The bias towards more or fewer notes, -1 to 1: at 1 the odds of an eighth against a quarter are four times as high, at -1 a quarter
    /// as high.
    /// </summary>
    public float Density { get; init; }

    /// <summary>
    /// The greatest absolute value of <see cref="Memory"/>: the weight of motifs is then about twenty times as high or as low.
    /// </summary>
    public const float StrongestMemory = 3;

    /// <summary>How strongly the answer repeats motifs, as in <c>MelodyModel.Memory</c>: 0 as trained.</summary>
    public float Memory { get; init; }

    /// <summary>How closely the answer keeps to the phrase.</summary>
    public AnswerForm Form { get; init; }

    /// <summary>The lowest pitch.</summary>
    public Pitch Lowest { get; init; }

    /// <summary>The highest pitch; at least <see cref="Lowest"/>.</summary>
    public Pitch Highest { get; init; } = new(Pitch.Count - 1);

    /// <summary>The scale: the allowed pitch classes.</summary>
    public Scale Scale { get; init; } = Scale.Chromatic;

    /// <summary>The pitch class of the tonic, 0 to 11.</summary>
    public byte Tonic { get; init; }

    /// <summary>
    /// Whether the answer closes: its last note is long and begins on a strong beat of its last bar. Otherwise notes begin until its end,
    /// so that another answer can follow without a gap.
    /// </summary>
    public bool Closes { get; init; } = true;

    /// <summary>
    /// Whether an answer that closes ends on the tonic: that of <see cref="Scale"/> or, if the scale is chromatic, of the estimated key.
    /// </summary>
    public bool EndsOnTonic { get; init; }

    /// <summary>
    /// The octaves by which the answer is transposed. Another number is used if less than an octave of <see cref="Lowest"/> to
    /// <see cref="Highest"/> could be reached otherwise.
    /// </summary>
    public sbyte Octave { get; init; }

    /// <summary>The source of velocities.</summary>
    public VelocitySource VelocityFrom { get; init; }

    /// <summary>The velocity of all notes if it is fixed, 1 to 127.</summary>
    public byte FixedVelocity { get; init; } = 96;

    /// <summary>The factor of all velocities.</summary>
    public float VelocityScale { get; init; } = 1;

    /// <summary>How soon repetition is suppressed.</summary>
    public RepeatGuardStrength RepeatGuard { get; init; } = RepeatGuardStrength.Normal;

    /// <summary>How far a variation is from the phrase: 0 to 1.</summary>
    public float Variation { get; init; } = 0.5f;

    /// <summary>The position of a variation between the captured phrases: 0 is A, 1 is B.</summary>
    public float Morph { get; init; }

    /// <summary>[any] Whether the same answer follows from other controls.</summary>
    /// <param name="other">The other controls.</param>
    /// <param name="isVaried">Whether the answer is a variation, so that <see cref="Variation"/> and <see cref="Morph"/> shape it.</param>
    public bool ComposeLike(in AnswerControls other, bool isVaried) =>
        // Not the record's ==: it allocates a comparer for each enum at the first use.
        Grid.Positions == other.Grid.Positions && Temperature == other.Temperature && TopP == other.TopP && Seed == other.Seed
        && Density == other.Density && Memory == other.Memory && RepeatGuard == other.RepeatGuard && Form == other.Form
        && Lowest.Number == other.Lowest.Number && Highest.Number == other.Highest.Number && Octave == other.Octave
        && Scale.Steps == other.Scale.Steps && Tonic == other.Tonic && EndsOnTonic == other.EndsOnTonic
        && VelocityFrom == other.VelocityFrom && FixedVelocity == other.FixedVelocity && VelocityScale == other.VelocityScale
        && (!isVaried || (Variation == other.Variation && Morph == other.Morph));
}
