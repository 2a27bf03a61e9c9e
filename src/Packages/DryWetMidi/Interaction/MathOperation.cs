namespace Melanchall.DryWetMidi.Interaction;

public enum MathOperation
{
    Add = 0,
    Subtract = 1,
}
