namespace ComposerPlugin.Trainer.Data;

/// <summary>What the columns of a batch hold: the inputs of a step as the graphs take them, what is chosen, and what is scored.</summary>
internal static class Column
{
    public const int Pitch = 0;
    public const int Ioi = 1;
    public const int Duration = 2;
    public const int BarPosition = 3;
    public const int Meter = 4;
    public const int Bar = 5;
    public const int Key = 6;
    /// <summary>The token of the tune's style, 0 for none: not an input of the graphs, which have theirs inside.</summary>
    public const int Style = 7;

    public const int HintPitch = 8;
    public const int HintIoi = 9;
    public const int HintDuration = 10;
    public const int HintLength = 11;

    /// <summary>The step that comes next, as the heads read it; any class where there is none.</summary>
    public const int NextIoi = 12;
    public const int NextPitch = 13;
    public const int NextDuration = 14;
    public const int NextBarPosition = 15;

    /// <summary>The same step as it is scored; <see cref="NoScore"/> where there is nothing to score.</summary>
    public const int IoiScored = 16;
    public const int PitchScored = 17;
    public const int DurationScored = 18;
    public const int VelocityScored = 19;

    public const int Count = 20;

    /// <summary>Columns of the step graph's inputs <c>note</c>, <c>place</c> and <c>hint</c>.</summary>
    public const int NoteColumns = 3, BarPositionColumns = 4, HintColumns = 4;

    /// <summary>Those of <c>place</c> and the style's token behind them.</summary>
    public const int StyledBarPositionColumns = BarPositionColumns + 1;

    /// <summary>The class that losses leave out.</summary>
    public const int NoScore = -100;
}
