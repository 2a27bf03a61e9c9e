using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Training;

/// <summary>The progress of a run.</summary>
/// <param name="Share">The share of the run that is done, 0 to 1; for fold runs, of all of them.</param>
/// <param name="Minutes">The training time so far.</param>
/// <param name="MinutesLeft">The estimated remaining time, including later fold runs.</param>
/// <param name="Epoch">The current epoch, from 1.</param>
/// <param name="Step">Optimiser steps taken.</param>
/// <param name="NotesPerSecond">The mean over the whole run.</param>
/// <param name="Loss">Nats per note in this epoch, velocity included.</param>
/// <param name="Train">Bits per note in this epoch.</param>
internal readonly record struct RunProgress(
    double Share, double Minutes, double MinutesLeft, int Epoch, int Step, double NotesPerSecond, double Loss, BitsPerNote Train)
{
    /// <summary>The text beside the progress bar, at most 60 characters: the line with bar and percentage has 80.</summary>
    public string ShortText => $"loss {Loss:F2}, {Train.Total:F3} bits per note, {NotesPerSecond:F0} notes/s, {MinutesLeft:F1} min left";

    public override string ToString() =>
        $"epoch {Epoch}, step {Step}: loss {Loss:F3}, {Train.Total:F3} bits per note, {NotesPerSecond:F0} notes/s, "
            + $"{Minutes:F1} min, {MinutesLeft:F1} min left";
}
