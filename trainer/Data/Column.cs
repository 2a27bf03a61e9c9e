namespace ComposerPlugin.Trainer.Data;

/// <summary>
/// The columns of <see cref="StepRows"/> and <see cref="Batch"/>: the inputs of a step as the graphs take them, the next step as the heads
/// read it, and the next step as it is scored. Classes are those of the <see cref="Music.Vocabulary"/>.
/// </summary>
internal static class Column
{
    /// <summary>Input <c>note</c>: pitch of the previous note.</summary>
    public const int Pitch = 0;

    /// <summary>Input <c>note</c>: IOI class of the previous note.</summary>
    public const int Ioi = 1;

    /// <summary>Input <c>note</c>: duration class of the previous note.</summary>
    public const int Duration = 2;

    /// <summary>Input <c>place</c>: position in the bar of the previous note's end, in ticks.</summary>
    public const int BarPosition = 3;

    /// <summary>Input <c>place</c>: meter class, 0 if hidden.</summary>
    public const int Meter = 4;

    /// <summary>Input <c>place</c>: number of that bar, modulo <see cref="Music.Vocabulary.BarCycle"/>.</summary>
    public const int Bar = 5;

    /// <summary>Input <c>place</c>: key class of the notes so far, 0 for none.</summary>
    public const int Key = 6;

    /// <summary>The style token of the tune, 0 for none. Not a graph input: exported graphs contain their token.</summary>
    public const int Style = 7;

    /// <summary>Input <c>hint</c>: pitch of the motif hint.</summary>
    public const int HintPitch = 8;

    /// <summary>Input <c>hint</c>: IOI class of the motif hint.</summary>
    public const int HintIoi = 9;

    /// <summary>Input <c>hint</c>: duration class of the motif hint.</summary>
    public const int HintDuration = 10;

    /// <summary>Input <c>hint</c>: length class of the motif that gives the hint.</summary>
    public const int HintLength = 11;

    /// <summary>IOI class of the next step, as the heads read it.</summary>
    public const int NextIoi = 12;

    /// <summary>Pitch of the next step, as the heads read it; any pitch if the step has no note.</summary>
    public const int NextPitch = 13;

    /// <summary>Duration class of the next step, as the heads read it; 0 if the step has no note.</summary>
    public const int NextDuration = 14;

    /// <summary>Position in the bar of the next step, as the heads read it; 0 if the step has no note.</summary>
    public const int NextBarPosition = 15;

    /// <summary>IOI class of the next step, as scored.</summary>
    public const int IoiScored = 16;

    /// <summary>Pitch of the next step, as scored; <see cref="NoScore"/> if the step has no note.</summary>
    public const int PitchScored = 17;

    /// <summary>Duration class of the next step, as scored; <see cref="NoScore"/> if the step has no note.</summary>
    public const int DurationScored = 18;

    /// <summary>Velocity class of the next step, as scored; <see cref="NoScore"/> if the step has no note.</summary>
    public const int VelocityScored = 19;

    /// <summary>The number of columns.</summary>
    public const int Count = 20;

    /// <summary>The widths of the step graph's inputs <c>note</c>, <c>place</c> and <c>hint</c>.</summary>
    public const int NoteColumns = 3, BarPositionColumns = 4, HintColumns = 4;

    /// <summary>The columns of <c>place</c> and the style token after them.</summary>
    public const int StyledBarPositionColumns = BarPositionColumns + 1;

    /// <summary>The class that losses ignore.</summary>
    public const int NoScore = -100;
}
