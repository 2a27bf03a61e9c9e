using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>How the model's velocities sound.</summary>
/// <param name="From">Where velocities come from.</param>
/// <param name="Fixed">The velocity of all notes, if it is fixed: 1 to 127.</param>
/// <param name="Scale">The factor of all velocities.</param>
/// <param name="Player">The player's mean velocity.</param>
/// <param name="Style">That of the style.</param>
internal readonly record struct VelocityMapping(VelocitySource From, byte Fixed, float Scale, double Player, double Style)
{
    private const int Loudest = 127;

    /// <summary>How velocities follow the player; null for the style's accents around the player's mean.</summary>
    public AnswerDynamics? Shape { get; init; }

    /// <summary>The velocity of a note, 1 to 127.</summary>
    /// <param name="velocityClass">The velocity class that the model chose.</param>
    /// <param name="onset">The onset of the note.</param>
    /// <param name="random">A random number, 0 or more and less than 1.</param>
    public byte Of(int velocityClass, long onset, double random) => Scaled((From, Shape) switch
    {
        (VelocitySource.Fixed, _) => Fixed,
        (VelocitySource.Style, _) => Vocabulary.Velocity(velocityClass),
        (_, { } shape) => shape.VelocityAt(onset, Vocabulary.Velocity(velocityClass) - Style, random),
        _ => Vocabulary.Velocity(velocityClass) + (Player - Style),
    });

    /// <summary>The velocity of one of the player's notes that is repeated, 1 to 127.</summary>
    /// <param name="velocity">The velocity with which it was played.</param>
    public byte OfPlayed(byte velocity) => Scaled(From == VelocitySource.Fixed ? Fixed : velocity);

    private byte Scaled(double velocity)
    {
        double scaled = velocity * Scale;
        // NaN gives the softest.
        return (byte)(scaled >= 1 ? Math.Min(Math.Round(scaled), Loudest) : 1);
    }
}
