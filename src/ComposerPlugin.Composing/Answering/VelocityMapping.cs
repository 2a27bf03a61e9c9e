using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>How loud the notes of an answer are.</summary>
/// <param name="From">What velocities go by.</param>
/// <param name="Fixed">The velocity where they are fixed.</param>
/// <param name="Scale">Multiplies them.</param>
/// <param name="Louder">How much louder than the style the player is.</param>
internal readonly record struct VelocityMapping(VelocityFrom From, byte Fixed, float Scale, double Louder)
{
    private const int Loudest = 127;

    /// <summary>The velocity of a note, 1 to 127.</summary>
    /// <param name="velocityClass">What the model wrote.</param>
    public byte Of(int velocityClass) => Scaled(From switch
    {
        VelocityFrom.Fixed => Fixed,
        VelocityFrom.Style => Vocabulary.Velocity(velocityClass),
        _ => Vocabulary.Velocity(velocityClass) + Louder,
    });

    /// <summary>The velocity of a note of the player's that is played again, 1 to 127.</summary>
    /// <param name="velocity">How it was played.</param>
    public byte OfPlayed(byte velocity) => Scaled(From == VelocityFrom.Fixed ? Fixed : velocity);

    private byte Scaled(double velocity)
    {
        double scaled = velocity * Scale;
        // Written so that a scale that is no number gives the softest.
        return (byte)(scaled >= 1 ? Math.Min(Math.Round(scaled), Loudest) : 1);
    }
}
