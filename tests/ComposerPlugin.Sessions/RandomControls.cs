using ComposerPlugin.Host;

namespace ComposerPlugin.Sessions;

/// <summary>Draws the controls' values at the start and their moves.</summary>
internal static class RandomControls
{
    private const int MostMoves = 10;

    /// <summary>Draws the moves and returns the values at the start.</summary>
    public static List<(uint Id, double Normalized)> Draw(Random random, Timeline timeline, ControlSurface controls, long frames,
        bool moveRareOnes)
    {
        var start = new List<(uint, double)>();
        double turned = random.NextDouble();
        foreach (var parameter in controls.Free)
        {
            // A session that is bypassed from the start tests little.
            if (random.NextDouble() < turned && (parameter.Id != controls.Bypass || random.Next(8) == 0))
                start.Add((parameter.Id, random.NextDouble()));
        }
        for (int moves = random.Next(2) == 0 ? random.Next(MostMoves + 1) : 0; moves > 0; moves--)
        {
            uint id = controls.Free[random.Next(controls.Free.Count)].Id;
            if (random.Next(2) == 0)
                timeline.LiveParameter(random.NextInt64(frames), id, random.NextDouble());
            else
                timeline.Parameter(random.NextDouble() * 32, id, random.NextDouble());
        }
        if (moveRareOnes && controls.Rare.Count > 0)
            timeline.LiveParameter(random.NextInt64(frames), controls.Rare[random.Next(controls.Rare.Count)].Id, random.NextDouble());
        return start;
    }
}
