namespace ComposerPlugin.Trainer.Training;

/// <summary>What the columns of a batch hold: the inputs of a step as the graphs take them, what is chosen, and what is scored.</summary>
internal static class Column
{
    public const int Pitch = 0;
    public const int Gap = 1;
    public const int Duration = 2;
    public const int Place = 3;
    public const int Meter = 4;
    public const int Bar = 5;
    public const int HintPitch = 6;
    public const int HintGap = 7;
    public const int HintDuration = 8;
    public const int HintLength = 9;

    /// <summary>The step that comes next, as the heads read it; any class where there is none.</summary>
    public const int NextGap = 10;
    public const int NextPitch = 11;
    public const int NextDuration = 12;
    public const int NextPlace = 13;

    /// <summary>The same step as it is scored; <see cref="NoScore"/> where there is nothing to score.</summary>
    public const int GapScored = 14;
    public const int PitchScored = 15;
    public const int DurationScored = 16;
    public const int VelocityScored = 17;

    public const int Count = 18;

    /// <summary>The class that losses leave out.</summary>
    public const int NoScore = -100;
}
