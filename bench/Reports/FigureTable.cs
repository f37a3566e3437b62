using Infra.Bench.Figures;
using Spectre.Console;

namespace Infra.Bench.Reports;

/// <summary>The figures as a table for a person.</summary>
internal static class FigureTable
{
    /// <summary>Columns that hold a row of this report without breaking it, when the output is no terminal.</summary>
    private const int WidthWhenPiped = 160;

    public static void Write(IReadOnlyList<Figure> figures)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in FigureText.Columns)
        {
            table.AddColumn(column);
        }

        foreach (var figure in figures)
        {
            table.AddRow([.. FigureText.Row(figure).Select(cell => new Text(cell, Style(figure)))]);
        }

        PlainWhenPiped().Write(table);
    }

    private static IAnsiConsole PlainWhenPiped()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var plain = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        plain.Profile.Width = WidthWhenPiped;
        return plain;
    }

    private static Style Style(Figure figure) =>
        figure.Met == false ? new Style(Color.Red) : Spectre.Console.Style.Plain;
}
