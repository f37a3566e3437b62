using System.CommandLine;
using Infra.Trust.Questions;

namespace Infra.Trust.Commands;

/// <summary>A command that is one request to a function.</summary>
/// <param name="Subject">What it is about: the first argument.</param>
/// <param name="Read">The request that the command line means.</param>
internal sealed record RequestCommand(
    string Name, string Description, Argument<Subject> Subject, Func<ParseResult, Request> Read)
{
    public IReadOnlyList<Argument> MoreArguments { get; init; } = [];

    public IReadOnlyList<Option> Options { get; init; } = [];

    public Command ToCommand(Func<Subject, Request, ParseResult, CancellationToken, Task<int>> run)
    {
        var command = new Command(Name, Description) { Subject };
        foreach (var argument in MoreArguments)
        {
            command.Arguments.Add(argument);
        }

        foreach (var option in Options)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) =>
            run(parsed.GetRequiredValue(Subject), Read(parsed), parsed, cancellationToken));
        return command;
    }
}
