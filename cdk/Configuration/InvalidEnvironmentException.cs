namespace Infra.Cdk.Configuration;

/// <summary>The environment asked for cannot be deployed as its file stands; the message lists every problem.</summary>
public sealed class InvalidEnvironmentException : Exception
{
    public InvalidEnvironmentException(string message)
        : base(message)
    {
    }

    public InvalidEnvironmentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidEnvironmentException(string file, IReadOnlyCollection<SettingProblem> problems)
        : base(string.Join(
            "\n  - ",
            problems.Select(problem => problem.ToString())
                .Prepend($"{file} has {(problems.Count == 1 ? "1 problem" : $"{problems.Count} problems")}; nothing was synthesized:")))
    {
        Problems = problems;
    }

    /// <summary>The problems found in the file; empty when there is no file to look at.</summary>
    public IReadOnlyCollection<SettingProblem> Problems { get; } = [];
}
