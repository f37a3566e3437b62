using System.Globalization;
using System.Xml.Linq;

namespace Infra.Local.Years.Pictures;

/// <summary>Bars and marks on a line of time, as SVG.</summary>
internal sealed class TimeLine(TimeScale scale)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public const int Width = 1000;
    public const int Left = 250;
    private const int Row = 26;
    private const int Top = 50;

    private readonly List<XElement> _elements = [];
    private readonly List<(string Name, DateTimeOffset At)> _marks = [];
    private int _rows;

    public void Bar(string name, DateTimeOffset from, DateTimeOffset to, string color)
    {
        var y = Top + (_rows++ * Row);
        var (left, right) = (scale.At(from), scale.At(to));
        _elements.Add(Text(Left - 10, y + 14, name, "end"));
        _elements.Add(new XElement(
            Svg + "rect",
            new XAttribute("x", Number(left)),
            new XAttribute("y", y),
            new XAttribute("width", Number(Math.Max(1, right - left))),
            new XAttribute("height", Row - 8),
            new XAttribute("fill", color)));
    }

    public void Mark(string name, DateTimeOffset? at)
    {
        if (at is { } moment)
        {
            _marks.Add((name, moment));
        }
    }

    public string ToSvg(string title)
    {
        var bottom = Top + (_rows * Row);
        var legend = bottom + 10;
        foreach (var (mark, index) in _marks.OrderBy(mark => mark.At).Select((mark, index) => (mark, index)))
        {
            var x = scale.At(mark.At);
            _elements.Add(new XElement(
                Svg + "line",
                new XAttribute("x1", Number(x)),
                new XAttribute("y1", Top - 8),
                new XAttribute("x2", Number(x)),
                new XAttribute("y2", bottom),
                new XAttribute("stroke", "#b03030"),
                new XAttribute("stroke-dasharray", "3 3")));
            _elements.Add(Text(x, Top - 12, $"{index + 1}", "middle"));
            _elements.Add(Text(Left, legend + (index * 18) + 14, $"{index + 1}  {mark.At:yyyy-MM-dd}  {mark.Name}", "start"));
        }

        var height = legend + (_marks.Count * 18) + 20;
        return new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {height}"),
            new XAttribute("font-family", "sans-serif"),
            new XAttribute("font-size", 12),
            new XElement(Svg + "title", title),
            new XElement(
                Svg + "rect",
                new XAttribute("width", Width),
                new XAttribute("height", height),
                new XAttribute("fill", "white")),
            Text(20, 22, title, "start"),
            _elements).ToString();
    }

    private static XElement Text(double x, double y, string text, string anchor) => new(
        Svg + "text",
        new XAttribute("x", Number(x)),
        new XAttribute("y", Number(y)),
        new XAttribute("text-anchor", anchor),
        text);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
