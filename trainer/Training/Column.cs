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
    public const int Key = 6;
    public const int HintPitch = 7;
    public const int HintGap = 8;
    public const int HintDuration = 9;
    public const int HintLength = 10;

    /// <summary>The step that comes next, as the heads read it; any class where there is none.</summary>
    public const int NextGap = 11;
    public const int NextPitch = 12;
    public const int NextDuration = 13;
    public const int NextPlace = 14;

    /// <summary>The same step as it is scored; <see cref="NoScore"/> where there is nothing to score.</summary>
    public const int GapScored = 15;
    public const int PitchScored = 16;
    public const int DurationScored = 17;
    public const int VelocityScored = 18;

    public const int Count = 19;

    /// <summary>Columns of the step graph's inputs <c>note</c>, <c>place</c> and <c>hint</c>.</summary>
    public const int NoteColumns = 3, PlaceColumns = 4, HintColumns = 4;

    /// <summary>The class that losses leave out.</summary>
    public const int NoScore = -100;
}
