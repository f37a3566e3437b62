using Constructs;

namespace Infra.Cdk.Constructs.Events;

/// <summary>What makes the function of a directory run between deployments.</summary>
/// <remarks>
/// The schedule alone is enough; the other events, which AWS delivers at best, only make a change known sooner.
/// </remarks>
public sealed class DirectoryEvents : Construct
{
    public DirectoryEvents(Construct scope, string id, TrustManagerFunction function, DirectoryTrustProps props)
        : base(scope, id)
    {
        var directory = props.Directory.DirectoryId;
        _ = new FunctionRule(this, "Schedule", new FunctionRuleProps
        {
            Function = function,
            Description = $"Compares directory {directory} with its sources.",
            Schedule = props.Directory.Rotation.Schedule,
        });
        if (props.Folders.Count > 0)
        {
            _ = new FunctionRule(this, "Files", new FunctionRuleProps
            {
                Function = function,
                Description = $"Files among the sources of directory {directory} came or went.",
                Pattern = EventPatterns.Files(props.Folders),
            });
        }

        if (props.AllCertificateAuthorityArns.Count > 0)
        {
            _ = new FunctionRule(this, "Imports", new FunctionRuleProps
            {
                Function = function,
                Description = $"A CA among the sources of directory {directory} got another certificate.",
                Pattern = EventPatterns.Imports(props.AllCertificateAuthorityArns),
            });
        }
    }
}
