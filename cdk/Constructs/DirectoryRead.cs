using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Infra.TrustManager.Settings;

namespace Infra.Cdk.Constructs;

/// <summary>The one function that operators read about the directories of a stack with; it can change none.</summary>
public sealed class DirectoryRead : Construct
{
    public DirectoryRead(Construct scope, string id, DirectoryReadProps props)
        : base(scope, id)
    {
        string[] directories = [.. props.Directories.Select(directory => directory.Directory.DirectoryId)];
        var function = new TrustManagerFunction(this, "Function", new TrustManagerFunctionProps
        {
            Name = TrustManagerVariables.DirectoryRead,
            Description = "Fulfils operator requests about directories that change nothing.",
            PackageFolder = props.PackageFolder,
            Function = props.Function,
            Permissions = Permissions(props, directories),
            Variables = Variables(props, directories),
        });
        FunctionName = function.Name;
    }

    public string FunctionName { get; }

    private static Dictionary<string, string> Variables(DirectoryReadProps props, string[] directories)
    {
        var fingerprints = props.Directories.Select(DirectoryTrustProperties.FingerprintOf);
        var variables = new Dictionary<string, string>
        {
            [TrustManagerVariables.DirectoryIds] = string.Join(',', directories),
            [TrustManagerVariables.MemoryBucket] = props.MemoryBucket.BucketName,
            [TrustManagerVariables.PropertiesFingerprints] = string.Join(',', fingerprints),
        };
        if (props.Directories.Select(one => one.OwnSource).FirstOrDefault(own => own is not null) is { } own)
        {
            variables[TrustManagerVariables.OwnCertificateAuthorityArn] = own;
        }

        return variables;
    }

    /// <summary>Reads what a run reads, of every directory; no action here changes anything.</summary>
    private Dictionary<string, PolicyDocument> Permissions(DirectoryReadProps props, string[] directories)
    {
        var stack = Stack.Of(this);
        var policies = new Dictionary<string, PolicyDocument>
        {
            ["ReadDirectories"] = Statements.Document(
                [.. DirectoryStatements.Of(stack, DirectoryStatements.ReadActions, directories)]),
            ["ReadMemory"] = Statements.Document(
                [.. DirectoryStatements.Memory(props.MemoryBucket, "*", "s3:GetObject", "s3:GetObjectVersion")]),
        };
        DirectoryStatements.AddSources(
            policies,
            stack.Partition,
            [.. props.Directories.SelectMany(one => one.AllCertificateAuthorityArns).Distinct(StringComparer.Ordinal)],
            [.. props.Directories.SelectMany(one => one.Folders).Distinct()]);
        return policies;
    }
}
