using ComposerPlugin.Host;

namespace ComposerPlugin.WindowsTests;

/// <summary>A host that loads the library, plays a phrase and unloads it, again and again.</summary>
internal static class LoadRounds
{
    /// <summary>Runs the rounds.</summary>
    /// <exception cref="InvalidOperationException">A round had no answer, or left references.</exception>
    public static void Run(string bundle, int rounds)
    {
        for (int round = 1; round <= rounds; round++)
        {
            using var library = PluginLibrary.Load(bundle);
            foreach (var hosted in library.Classes)
            {
                int notes;
                using (var plugin = library.Create(hosted.Name))
                    notes = Answer.Play(plugin);
                double milliseconds = library.LoadTimes.Total.TotalMilliseconds;
                Console.WriteLine($"round {round}, {hosted.Name}: {notes} notes, loaded in {milliseconds:0} ms");
                if (notes <= Answer.Phrase)
                    throw new InvalidOperationException($"Round {round}: {hosted.Name} did not answer.");
            }
        }
    }
}
