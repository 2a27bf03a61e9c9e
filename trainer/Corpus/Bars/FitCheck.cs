namespace ComposerPlugin.Trainer.Corpus;

/// <summary>How often the bar lines that accents told would have been found without accents.</summary>
/// <param name="Tunes">Tunes whose accents told.</param>
/// <param name="Found">Of those, how many.</param>
/// <param name="Pickups">Tunes that begin with a pickup.</param>
/// <param name="PickupsFound">Of those, how many.</param>
internal sealed record FitCheck(int Tunes, int Found, int Pickups, int PickupsFound);
