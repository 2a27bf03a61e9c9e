using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>How the model's velocities sound.</summary>
/// <param name="From">Where velocities come from.</param>
/// <param name="Fixed">The velocity of all notes, if it is fixed: 1 to 127.</param>
/// <param name="Scale">The factor of all velocities.</param>
/// <param name="Offset">The player's mean velocity less that of the style.</param>
internal readonly record struct VelocityMapping(VelocitySource From, byte Fixed, float Scale, double Offset)
{
    private const int Loudest = 127;

    /// <summary>The velocity of a note, 1 to 127.</summary>
    /// <param name="velocityClass">The velocity class that the model chose.</param>
    public byte Of(int velocityClass) => Scaled(From switch
    {
        VelocitySource.Fixed => Fixed,
        VelocitySource.Style => Vocabulary.Velocity(velocityClass),
        _ => Vocabulary.Velocity(velocityClass) + Offset,
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
