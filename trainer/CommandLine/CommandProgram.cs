using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.IO;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>A program of several commands.</summary>
/// <param name="name">The program's name in help and errors.</param>
internal sealed class CommandProgram(string name)
{
    // Lines in a file need no wrapping.
    private const int FileWidth = 1000;

    private readonly List<(string Name, Action<IConfigurator> AddTo)> _commands = [];
    private readonly Dictionary<string, Type> _settingsTypes = [];

    /// <summary>Adds a command.</summary>
    /// <param name="command">Its name.</param>
    /// <param name="description">What it does, in the imperative.</param>
    /// <param name="examples">Command lines without the program's name.</param>
    public CommandProgram Add<TCommand, TSettings>(string command, string description, params string[] examples)
        where TCommand : Command<TSettings>
        where TSettings : CommandSettings
    {
        _settingsTypes.Add(command, typeof(TSettings));
        _commands.Add((command, configurator =>
        {
            var added = configurator.AddCommand<TCommand>(command).WithDescription(description);
            foreach (string example in examples)
                added.WithExample(example.Split(' '));
        }));
        return this;
    }

    /// <summary>Runs a command line on the terminal and returns the <see cref="ExitCode"/>.</summary>
    public int Run(string[] args)
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
            MakePlain(console);
        var errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected)
            MakePlain(errors);
        return Run(args, console, errors);
    }

    /// <summary>Runs a command line and returns the <see cref="ExitCode"/>.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="console">Where results go.</param>
    /// <param name="errors">Where the one sentence goes that explains a failure.</param>
    public int Run(string[] args, IAnsiConsole console, IAnsiConsole errors)
    {
        try
        {
            Execute(args, console);
            return ExitCode.Done;
        }
        catch (IOException exception) when (FullDisk.Is(exception) && exception.InnerException is null)
        {
            errors.WriteLine($"{args[0]}: {exception.Message.TrimEnd('.')}; free space there and try again, or write to another disk.");
            return ExitCode.Failed;
        }
        catch (Exception exception) when (exception is BadInputException or StyleException && !FullDisk.Is(exception))
        {
            errors.WriteLine(exception.Message);
            return ExitCode.BadInput;
        }
        catch (UnauthorizedAccessException exception)
        {
            errors.WriteLine($"{args[0]}: {exception.Message.TrimEnd('.')}; give a path that you may use, or ask for permission.");
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException exception)
        {
            errors.WriteLine(exception.Message);
            return ExitCode.Failed;
        }
        catch (Exception exception)
        {
            errors.WriteLine($"{args[0]} failed: {exception.Message}");
            return ExitCode.Failed;
        }
    }

    /// <summary>Runs a command line.</summary>
    /// <exception cref="BadInputException">There is no such command, or its arguments are wrong.</exception>
    public void Execute(IReadOnlyList<string> args, IAnsiConsole console)
    {
        bool help = args is [] or ["help", ..] || args.Any(arg => arg is "--help" or "-h" or "-?");
        string? command = args.FirstOrDefault(arg => !help || arg is not ("help" or "--help" or "-h" or "-?"));
        if (command is not null && _commands.All(known => known.Name != command))
        {
            throw new BadInputException(
                $"{command}: there is no such command; use one of {string.Join(", ", _commands.Select(known => known.Name))}.");
        }
        if (!help && OptionNames.FindUnknown(args.Skip(1), _settingsTypes[command!]) is { } unknown)
            throw new BadInputException($"{command}: there is no option {unknown}; see {name} {command} --help.");
        try
        {
            App(console).Run(!help ? args : command is null ? ["--help"] : [command, "--help"]);
        }
        catch (CommandAppException exception) when (exception is CommandParseException or CommandRuntimeException)
        {
            throw new BadInputException(ParseError.Explain(name, command!, exception));
        }
    }

    private CommandApp App(IAnsiConsole console)
    {
        var app = new CommandApp();
        app.Configure(configurator =>
        {
            configurator.SetApplicationName(name).ConfigureConsole(console).PropagateExceptions();
            configurator.SetHelpProvider(new CommandHelp(configurator.Settings, _settingsTypes));
            foreach (var (_, addTo) in _commands)
                addTo(configurator);
        });
        return app;
    }

    private static void MakePlain(IAnsiConsole console)
    {
        console.Profile.Width = FileWidth;
        console.Profile.Capabilities.Ansi = false;
    }
}
