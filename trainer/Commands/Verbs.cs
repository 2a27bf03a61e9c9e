using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.IO;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The program's verbs, and what it answers to the shell.</summary>
internal static class Verbs
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadInput = 2;

    private static readonly (string Name, string Usage, string Does, Action<Arguments, IAnsiConsole> Run)[] _all =
    [
        ("prepare", Prepare.Usage, "turns MIDI files into a data set", Prepare.Run),
        ("train", Train.Usage, "trains a model on a data set and writes it as a style", Train.Run),
        ("export", Export.Usage, "writes a checkpoint as a style", Export.Run),
        ("finetune", Finetune.Usage, "has a style learn a musician's own tunes", Finetune.Run),
        ("ensemble", Ensemble.Usage, "makes one style of several, whose probabilities are the mean of theirs", Ensemble.Run),
        ("evaluate", Evaluate.Usage, "measures a style on the test tunes of a data set", Evaluate.Run),
        ("card", Card.Usage, "prints the figures of styles as Markdown tables", Card.Run),
        ("generate", Generate.Usage, "has a style play on its own, and writes MIDI files", Generate.Run),
        ("continue", Continue.Usage, "has a style continue a MIDI file, as the plugin would", Continue.Run),
        ("interpolate", Interpolate.Usage, "has a variational style play the way from one passage to another", Interpolate.Run),
        ("recipe", Recipe.Usage, "makes a preset again, from the corpora to the figures", Recipe.Run),
        ("frames", FrameLikelihood.Usage, "measures models on the per-frame benchmark of the field", FrameLikelihood.Run),
    ];

    /// <summary>Does what a command line asks for, and returns the exit code.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="console">Where results go.</param>
    /// <param name="errors">Where the one sentence goes that says why there is no result.</param>
    public static int Run(string[] args, IAnsiConsole console, IAnsiConsole errors)
    {
        try
        {
            if (args.Length == 0 || args[0] is "--help" or "-h" or "help")
                return Help(console);
            Do(args, console);
            return Done;
        }
        catch (IOException exception) when (FullDisk.Is(exception) && exception.InnerException is null)
        {
            errors.WriteLine($"{args[0]}: {exception.Message.TrimEnd('.')}; make room there and do it again, or write to another place.");
            return Failed;
        }
        catch (Exception exception) when (exception is BadInputException or StyleException && !FullDisk.Is(exception))
        {
            errors.WriteLine(exception.Message);
            return BadInput;
        }
        catch (UnauthorizedAccessException exception)
        {
            errors.WriteLine($"{args[0]}: {exception.Message.TrimEnd('.')}; give a path that you may use, or ask for the right to.");
            return BadInput;
        }
        catch (OperationCanceledException exception)
        {
            errors.WriteLine(exception.Message);
            return Failed;
        }
        catch (Exception exception)
        {
            errors.WriteLine($"{args[0]} failed: {exception.Message}");
            return Failed;
        }
    }

    /// <summary>Does one verb.</summary>
    /// <exception cref="BadInputException">There is no such verb, or what follows it does not fit.</exception>
    public static void Do(string[] args, IAnsiConsole console)
    {
        var verb = _all.FirstOrDefault(known => known.Name == args[0]);
        if (verb.Run is null)
            throw new BadInputException($"{args[0]}: there is no such verb; use one of {string.Join(", ", _all.Select(known => known.Name))}.");
        if (args.Contains("--help") || args.Contains("-h"))
            Explain(console, verb.Usage, verb.Does);
        else
            verb.Run(new(args[0], args.AsSpan(1)), console);
    }

    private static int Help(IAnsiConsole console)
    {
        console.WriteLine("composer-trainer VERB …, each with --help");
        foreach (var (name, _, does, _) in _all)
            console.WriteLine($"  {name,-11} {does}");
        return Done;
    }

    private static void Explain(IAnsiConsole console, string usage, string does)
    {
        console.WriteLine($"composer-trainer {usage}");
        console.WriteLine($"{char.ToUpperInvariant(does[0])}{does[1..]}.");
    }
}
