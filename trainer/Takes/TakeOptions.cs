using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Takes;

/// <summary>The command line options of a take. Defaults are those of the plugin and the style.</summary>
internal sealed record TakeOptions(int Bars, int Takes, uint Seed, float Temperature, float TopP, AnswerControls Musical, string Out)
{
    /// <summary>The sections of a piece; null for an answer.</summary>
    public PieceForm? Piece { get; init; }

    /// <summary>The plugin's parameters for a take.</summary>
    /// <param name="grid">The grid of onsets.</param>
    /// <param name="take">The number of the take, from 0, which is added to the seed.</param>
    public AnswerControls Controls(Grid grid, int take) =>
        Musical with { Grid = grid, Temperature = Temperature, TopP = TopP, Seed = Seed + (uint)take };

    /// <summary>The output file of a take: FILE.mid, or FILE-1.mid and so on if there are several takes.</summary>
    public string FileOf(int take) => Takes == 1
        ? Out
        : Path.Combine(Path.GetDirectoryName(Out) ?? "", $"{Path.GetFileNameWithoutExtension(Out)}-{take + 1}{Path.GetExtension(Out)}");
}
