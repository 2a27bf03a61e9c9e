using Spectre.Console;
using Spectre.Console.Cli;
using Spectre.Console.Cli.Help;
using Spectre.Console.Rendering;

namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>
/// Spectre's help with required options in the usage line and at the top of the list, and a command's own options before those it inherits.
/// </summary>
/// <param name="settings">The program's settings.</param>
/// <param name="settingsTypes">The settings type of each command.</param>
internal sealed class CommandHelp(ICommandAppSettings settings, IReadOnlyDictionary<string, Type> settingsTypes) : HelpProvider(settings)
{
    public override IEnumerable<IRenderable> GetUsage(ICommandModel model, ICommandInfo? command)
    {
        if (command is null)
            return base.GetUsage(model, command);
        var arguments = command.Parameters.OfType<ICommandArgument>()
            .OrderBy(argument => argument.Position)
            .Select(argument => $"<{argument.Value}>");
        var options = command.Parameters.OfType<ICommandOption>()
            .Where(option => option.IsRequired)
            .Select(option => $"--{option.LongNames[0]} <{option.ValueName}>");
        string line = string.Join(' ', [model.ApplicationName, command.Name, .. arguments, .. options, "[OPTIONS]"]);
        return [new Markup($"[yellow]USAGE:[/]\n    {line.EscapeMarkup()}\n")];
    }

    public override IEnumerable<IRenderable> GetOptions(ICommandModel model, ICommandInfo? command) =>
        base.GetOptions(model, command is null ? null : new Sorted(command, settingsTypes[command.Name]));

    // A command with its parameters in another order.
    private sealed class Sorted(ICommandInfo command, Type settingsType) : ICommandInfo
    {
        public string Name => command.Name;
        public string? Description => command.Description;
        public bool IsBranch => command.IsBranch;
        public bool IsDefaultCommand => command.IsDefaultCommand;
        public bool IsHidden => command.IsHidden;
        public ICommandInfo? Parent => command.Parent;
        public IReadOnlyList<string[]> Examples => command.Examples;
        public IReadOnlyList<ICommandInfo> Commands => command.Commands;
        public ICommandInfo? DefaultCommand => command.DefaultCommand;

        public IReadOnlyList<ICommandParameter> Parameters { get; } =
            [.. command.Parameters.OrderBy(parameter => !parameter.IsRequired).ThenBy(parameter => Depth(settingsType, parameter))];

        // How many base types above the command's settings the option is declared.
        private static int Depth(Type type, ICommandParameter parameter)
        {
            var declaring = type.GetProperty(((ICommandParameterInfo)parameter).PropertyName)!.DeclaringType;
            int depth = 0;
            for (var at = type; at != declaring; at = at!.BaseType)
                depth++;
            return depth;
        }
    }
}
