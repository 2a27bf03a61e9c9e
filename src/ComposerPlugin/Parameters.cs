using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>Every control, one declaration each. An id or key that was released once is never given to another control.</summary>
public static class Parameters
{
    private static readonly (string Name, Grid Grid)[] _grids =
    [
        ("1/4", Music.Grid.Quarter), ("1/8", Music.Grid.Eighth), ("1/8 triplet", Music.Grid.EighthTriplet), ("1/16", Music.Grid.Sixteenth),
        ("1/16 + triplets", Music.Grid.SixteenthAndTriplet), ("1/16 triplet", Music.Grid.SixteenthTriplet), ("1/32", Music.Grid.ThirtySecond),
    ];

    /// <summary>Only pass notes through.</summary>
    public static Parameter Bypass { get; } = Parameter.OfNames(1, "bypass", "Bypass", 0, "Off", "On") with
    {
        Flags = ParameterFlags.CanAutomate | ParameterFlags.Bypass,
    };

    /// <summary>How long an answer is.</summary>
    public static Parameter AnswerBars { get; } = new(2, "answer-bars", "Answer length") { Unit = "bars", Lowest = 1, Highest = 16, Default = 4, Steps = 15 };

    /// <summary>How long the player must rest for the phrase to be over.</summary>
    public static Parameter PhraseEnd { get; } = new(3, "phrase-end", "Phrase end after a rest of")
    {
        Unit = "quarters", Lowest = 0.25, Highest = 8, Default = 1, Steps = 31,
    };

    /// <summary>The line on which an answer begins.</summary>
    public static Parameter StartOn { get; } = Parameter.OfNames(4, "start-on", "Answer starts on", (int)Engine.StartOn.Beat, "Grid line", "Beat", "Bar line");

    /// <summary>The grid of heard and answered onsets.</summary>
    public static Parameter Grid { get; } = Parameter.OfNames(5, "grid", "Grid", 3, [.. _grids.Select(grid => grid.Name)]);

    /// <summary>How bold the model is: the temperature of its softmax.</summary>
    public static Parameter Surprise { get; } = new(6, "surprise", "Surprise") { Highest = 2, Default = 1 };

    /// <summary>How much of the unlikely is kept out (nucleus sampling's p).</summary>
    public static Parameter TopP { get; } = new(7, "top-p", "Choice (top-p)") { Lowest = 0.05, Default = 0.95 };

    /// <summary>The take: another seed is another answer, the same seed the same.</summary>
    public static Parameter Seed { get; } = new(8, "seed", "Seed") { Highest = 9999, Default = 1, Steps = 9999 };

    /// <summary>What the plugin has to say, as the text of its value.</summary>
    public static Parameter Status { get; } = new(100, "status", "Status") { Steps = 2, Highest = 2, Flags = ParameterFlags.ReadOnly };

    /// <summary>All, in the order in which hosts show them.</summary>
    public static IReadOnlyList<Parameter> All { get; } = [Bypass, AnswerBars, PhraseEnd, StartOn, Grid, Surprise, TopP, Seed, Status];

    /// <summary>Where a control stands in <see cref="All"/>; -1 for an id of none.</summary>
    public static int IndexOf(uint id)
    {
        for (int i = 0; i < All.Count; i++)
        {
            if (All[i].Id == id)
                return i;
        }
        return -1;
    }

    /// <summary>[any] What the plain values, in the order of <see cref="All"/>, mean to the engine.</summary>
    public static PlayControls ToControls(ReadOnlySpan<double> plain) => new(
        plain[0] != 0,
        (int)Math.Round(plain[1]),
        (int)Math.Round(plain[2] * Ticks.PerQuarter),
        (Engine.StartOn)(int)Math.Round(plain[3]),
        new(_grids[(int)Math.Round(plain[4])].Grid, (float)plain[5], (float)plain[6], (uint)Math.Round(plain[7])));
}
