using ComposerPlugin.Trainer.Configuration;

namespace ComposerPlugin.Trainer.Training;

/// <summary>The length of a run and its learning rate: linear warm-up, then half a cosine down to the final rate.</summary>
/// <param name="Minutes">The most minutes, or null.</param>
/// <param name="Steps">The most optimiser steps, or null. The run ends when either limit is reached.</param>
internal readonly record struct Schedule(double? Minutes, int? Steps)
{
    /// <summary>The share of the run that is done, 0 to 1.</summary>
    public double Progress(int step, double minutes) =>
        Math.Min(1, Math.Max(Steps is { } steps ? (double)step / steps : 0, Minutes is { } most ? minutes / most : 0));

    /// <summary>The learning rate of a step, counted from 0, after some minutes of training.</summary>
    public double Rate(int step, double minutes, TrainConfig config)
    {
        double rise = Math.Min(1, (step + 1.0) / Math.Max(1, config.WarmupSteps));
        double fall = config.FinalRate + ((1 - config.FinalRate) * 0.5 * (1 + Math.Cos(Math.PI * Progress(step, minutes))));
        return config.LearningRate * rise * fall;
    }
}
