using System.Text.Json;
using Infra.TrustManager.CaCertificates;
using Spectre.Console;

namespace Infra.Trust.Answers;

/// <summary>Prints an answer for a person, or as JSON for a program.</summary>
/// <remarks>Names in certificates are of others; they must not control the terminal.</remarks>
internal sealed class AnswerPrinter(TextWriter output)
{
    /// <summary>Wide enough never to break a line: commands in it are there to be copied.</summary>
    private const int Unbroken = 100_000;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Print(Answer answer, bool json)
    {
        if (json)
        {
            output.WriteLine(Printable.Json(JsonSerializer.Serialize(answer.Json, Indented)));
            return;
        }

        var console = Console();
        foreach (var line in Printable.Text(answer.Text).Split('\n'))
        {
            console.WriteLine(line, StyleOf(line));
        }
    }

    private static Style StyleOf(string line) => line switch
    {
        _ when line.StartsWith("refused:", StringComparison.Ordinal) => new Style(Color.Red),
        _ when line.StartsWith("note:", StringComparison.Ordinal) => new Style(Color.Yellow),
        _ => Style.Plain,
    };

    private IAnsiConsole Console()
    {
        var terminal = new AnsiConsoleOutput(output);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = terminal,
            Ansi = terminal.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        console.Profile.Width = Unbroken;
        return console;
    }
}
