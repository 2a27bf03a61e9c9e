using System.Reflection;
using ComposerPlugin.Trainer.Onnx;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>The option names of a settings type.</summary>
internal static class OptionNames
{
    /// <summary>
    /// The first option among the arguments that the settings do not have, or null. Spectre's strict parsing would report it too, but it
    /// retries failed command lines with a default command inserted, and so takes <c>__default_command</c> for a missing value.
    /// </summary>
    public static string? FindUnknown(IEnumerable<string> args, Type settingsType)
    {
        HashSet<string> known =
        [
            .. settingsType.GetProperties()
                .Select(property => property.GetCustomAttribute<CommandOptionAttribute>())
                .OfType<CommandOptionAttribute>()
                .SelectMany(option => option.LongNames.Select(name => $"--{name}").Concat(option.ShortNames.Select(name => $"-{name}"))),
        ];
        return args.Where(IsOption).Select(arg => arg.Split('=', ':')[0]).FirstOrDefault(name => !known.Contains(name));
    }

    // A minus sign before a digit begins a number.
    private static bool IsOption(string arg) => arg is ['-', ..] and not ['-', >= '0' and <= '9', ..];
}
