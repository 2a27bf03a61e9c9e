using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Takes;

/// <summary>Chooses the grid of played and answered notes as a musician would set the plugin's Grid parameter.</summary>
internal static class AnswerGrid
{
    private static readonly Grid[] _grids = [Grid.Sixteenth, Grid.SixteenthAndTriplet, Grid.SixteenthTriplet, Grid.ThirtySecond];

    // Hand-played notes are only tested for straight sixteenths and triplets.
    private static readonly Grid[] _gridsByHand = [Grid.Sixteenth, Grid.SixteenthAndTriplet];

    /// <summary>
    /// The coarsest grid, from sixteenths on, that has all onsets; else the first that all onsets miss by at most one tick; else
    /// sixteenths,
    /// the plugin's default.
    /// </summary>
    public static Grid Choose(Phrase prompt)
    {
        foreach (var grid in _grids)
        {
            if (prompt.All(note => Miss(note, prompt.Meter, grid) == 0))
                return grid;
        }
        foreach (var grid in _gridsByHand)
        {
            if (prompt.All(note => Miss(note, prompt.Meter, grid) <= 1))
                return grid;
        }
        return Grid.Sixteenth;
    }

    private static int Miss(Note note, Meter meter, Grid grid)
    {
        int position = note.Onset % meter.BarTicks;
        return Math.Abs(grid.Snap(position, meter.BarTicks) - position);
    }
}
