using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Takes;

/// <summary>How takes are made, as the command line says; what it leaves open is as in the plugin and the style.</summary>
internal sealed record TakeOptions(int Bars, int Takes, uint Seed, float Temperature, float TopP, AnswerControls Musical, string Out)
{
    public const double StandardTemperature = 1;
    public const double StandardTopP = 0.95;

    /// <summary>The plugin's controls for a take.</summary>
    /// <param name="grid">Where notes may begin.</param>
    /// <param name="take">The number of the take, from 0; each has a seed of its own.</param>
    public AnswerControls Controls(Grid grid, int take) => Musical with { Grid = grid, Temperature = Temperature, TopP = TopP, Seed = Seed + (uint)take };

    /// <summary>The file of a take: the one that was named, or, when there are several, FILE-1.mid and so on.</summary>
    public string FileOf(int take) => Takes == 1
        ? Out
        : Path.Combine(Path.GetDirectoryName(Out) ?? "", $"{Path.GetFileNameWithoutExtension(Out)}-{take + 1}{Path.GetExtension(Out)}");
}
