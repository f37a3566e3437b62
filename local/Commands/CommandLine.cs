using System.CommandLine;
using System.Globalization;
using Infra.Local.Verification.Clients;

namespace Infra.Local.Commands;

/// <summary>The options of this program.</summary>
public static class CommandLine
{
    /// <summary>Port of all services unless told otherwise; documented, so that scripts can rely on it.</summary>
    public const int DefaultPort = 4599;

    /// <param name="run">Does what the options ask for; gives the exit code.</param>
    public static RootCommand Create(Func<LocalOptions, CancellationToken, Task<int>> run)
    {
        var port = new Option<int?>("--port")
        {
            Description = $"Port of all services, 0 for any free one. Default: {DefaultPort}; with --verify any free one.",
        };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is { } value and (< 0 or > 65535))
            {
                result.AddError($"--port is {value}; it must be 0 to 65535.");
            }
        });
        var verify = new Option<bool>("--verify") { Description = "Deploy, walk the acceptance list and exit; 0 only if every check passed." };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output instead of tables." };
        var environment = new Option<string?>("--env")
        {
            Description = "Environment file to deploy, from environments/. Default: local; with --years local-rotation.",
        };
        var years = new YearsArguments();
        var root = new RootCommand("Deploys this project's own templates on a local AWS.")
        {
            port, verify, json, environment, years.Years, years.Seed, years.Picture,
        };
        years.AddRules(root, verify);
        root.Subcommands.Add(RevocationProbeCommand());
        root.SetAction((parsed, cancellationToken) =>
        {
            var verifying = parsed.GetValue(verify);
            var lived = years.Of(parsed);
            return run(
                new LocalOptions(
                    parsed.GetValue(port) ?? (verifying || lived is not null ? 0 : DefaultPort),
                    verifying,
                    parsed.GetValue(json),
                    parsed.GetValue(environment) ?? (lived is null ? "local" : "local-rotation"),
                    lived),
                cancellationToken);
        });
        return root;
    }

    private static Command RevocationProbeCommand()
    {
        var leaf = new Argument<string>("leaf");
        var root = new Argument<string>("root");
        var now = new Argument<string>("now");
        var command = new Command(RevocationProbe.Command) { leaf, root, now };
        command.Hidden = true;
        command.SetAction(parsed => Console.WriteLine(RevocationProbe.Check(
            parsed.GetRequiredValue(leaf),
            parsed.GetRequiredValue(root),
            DateTimeOffset.Parse(parsed.GetRequiredValue(now), CultureInfo.InvariantCulture))));
        return command;
    }
}
