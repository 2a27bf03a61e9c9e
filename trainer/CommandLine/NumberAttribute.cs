using System.Globalization;
using Spectre.Console;
using Spectre.Console.Cli;
using Spectre.Console.Cli.Help;

namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>The range of a <see cref="Number"/> option, both ends included.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NumberAttribute(double lowest, double highest) : ParameterValidationAttribute("")
{
    /// <summary>Whether the option takes whole numbers only.</summary>
    public bool Whole { get; init; }

    public override ValidationResult Validate(CommandParameterContext context)
    {
        if (context.Value is not Number number || (number.Value >= lowest && number.Value <= highest && (!Whole || IsWhole(number.Text))))
            return ValidationResult.Success();
        string option = ((ICommandOption)context.Parameter).LongNames[0];
        return ValidationResult.Error($"--{option} {number.Text} is not a {(Whole ? "whole " : "")}number from {lowest} to {highest}.");
    }

    private static bool IsWhole(string text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _);
}
