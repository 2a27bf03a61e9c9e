namespace ComposerPlugin.Trainer.Corpus;

/// <summary>How often <see cref="BarLines.FromEvidence"/> finds the bar lines that the accents give.</summary>
/// <param name="Tunes">Tunes with bar lines from accents.</param>
/// <param name="Found">How many of these the evidence agrees with.</param>
/// <param name="Pickups">How many of the tunes begin with a pickup.</param>
/// <param name="PickupsFound">How many of those with a pickup the evidence agrees with.</param>
internal sealed record FitCheck(int Tunes, int Found, int Pickups, int PickupsFound);
