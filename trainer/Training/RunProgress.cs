namespace ComposerPlugin.Trainer.Training;

/// <summary>How far a run is.</summary>
/// <param name="Share">How much is over, 0 to 1; of several runs in a row, of all.</param>
/// <param name="Minutes">How long it has trained.</param>
/// <param name="MinutesLeft">How long it will still take, with the runs that come after.</param>
/// <param name="Epoch">The epoch under way, from 1.</param>
/// <param name="Step">Optimiser steps taken.</param>
/// <param name="NotesPerSecond">Over the whole run.</param>
/// <param name="Loss">Nats per note in this epoch, velocity included.</param>
/// <param name="Train">Bits per note in this epoch.</param>
internal readonly record struct RunProgress(
    double Share, double Minutes, double MinutesLeft, int Epoch, int Step, double NotesPerSecond, double Loss, BitsPerNote Train)
{
    /// <summary>What stands beside the bar: with it and the percentage, a line of 80 characters.</summary>
    public string ShortText => $"loss {Loss:F2}, {Train.Total:F3} bits per note, {NotesPerSecond:F0} notes/s, {MinutesLeft:F1} min left";

    public override string ToString() =>
        $"epoch {Epoch}, step {Step}: loss {Loss:F3}, {Train.Total:F3} bits per note, {NotesPerSecond:F0} notes/s, {Minutes:F1} min, {MinutesLeft:F1} min left";
}
