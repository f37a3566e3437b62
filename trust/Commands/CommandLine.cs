using System.CommandLine;
using Infra.Trust.Questions;

namespace Infra.Trust.Commands;

/// <summary>The commands and options of this program.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Function = new("--function")
    {
        Description = "Name or ARN of the function to ask. Default: searched by its environment variables.",
        Recursive = true,
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print the whole answer as JSON instead of its text.",
        Recursive = true,
    };

    /// <param name="ask">Asks the function; gives the exit code.</param>
    public static RootCommand Create(Func<Question, CancellationToken, Task<int>> ask)
    {
        var root = new RootCommand("Asks the functions that look after directories and CAs.") { Function, Json };
        foreach (var command in RequestCommands.All())
        {
            root.Subcommands.Add(command.ToCommand((subject, request, parsed, cancellationToken) => ask(
                new Question(subject, request, parsed.GetValue(Function), parsed.GetValue(Json)),
                cancellationToken)));
        }

        return root;
    }
}
