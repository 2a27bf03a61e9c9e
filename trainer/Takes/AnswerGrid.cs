using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Takes;

/// <summary>Chooses the grid of heard and answered notes as a player would set the plugin's control.</summary>
internal static class AnswerGrid
{
    private static readonly Grid[] _grids = [Grid.Sixteenth, Grid.SixteenthAndTriplet, Grid.SixteenthTriplet, Grid.ThirtySecond];

    // Of what is played by hand only straight sixteenths and triplets are told apart.
    private static readonly Grid[] _gridsByHand = [Grid.Sixteenth, Grid.SixteenthAndTriplet];

    /// <summary>
    /// The coarsest grid, from sixteenths on, that holds all onsets; failing that one that they miss by a tick at most; failing that
    /// sixteenths, the plugin's standard.
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
        int place = note.Onset % meter.BarTicks;
        return Math.Abs(grid.Snap(place, meter.BarTicks) - place);
    }
}
