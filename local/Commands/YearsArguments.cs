using System.CommandLine;
using Infra.Local.Years;

namespace Infra.Local.Commands;

/// <summary>The options of a simulation of years.</summary>
internal sealed class YearsArguments
{
    /// <summary>Longest simulation: certificates of AWS Private CA are the limit, not the clock.</summary>
    private const int MaxYears = 30;

    public Option<int?> Years { get; } = new("--years")
    {
        Description = $"Deploy, live through so many years (1 to {MaxYears}) and exit; 0 only if nobody was locked out.",
    };

    public Option<int> Seed { get; } = new("--seed")
    {
        Description = "With --years: chooses habits and accidents; the same seed, the same years.",
        DefaultValueFactory = _ => 1,
    };

    public Option<string?> Picture { get; } = new("--picture")
    {
        Description = "With --years: file for an SVG of one rotation.",
    };

    public void AddRules(RootCommand root, Option<bool> verify)
    {
        Years.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is { } value and (< 1 or > MaxYears))
            {
                result.AddError($"--years is {value}; it must be 1 to {MaxYears}.");
            }
        });
        root.Validators.Add(result =>
        {
            if (result.GetValue(verify) && result.GetValue(Years) is not null)
            {
                result.AddError("--verify and --years are two runs; give one of them.");
            }

            if (result.GetValue(Picture) is not null && result.GetValue(Years) is null)
            {
                result.AddError("--picture is drawn from a simulation: give --years too.");
            }
        });
    }

    public YearsOptions? Of(ParseResult parsed) => parsed.GetValue(Years) is { } years
        ? new YearsOptions(years, parsed.GetValue(Seed), parsed.GetValue(Picture))
        : null;
}
