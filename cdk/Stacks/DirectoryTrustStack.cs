using Amazon.CDK;
using Constructs;
using Infra.Cdk.Configuration.Directories;
using Infra.Cdk.Constructs;

namespace Infra.Cdk.Stacks;

/// <summary>Which CA certificates the directories of an environment trust for smart cards and LDAPS.</summary>
public sealed class DirectoryTrustStack : Stack
{
    public DirectoryTrustStack(Construct scope, string id, DirectoryTrustStackProps props)
        : base(scope, id, props)
    {
        var memory = new TrustMemoryBucket(this, "TrustMemory", props.Roles);
        Output("TrustMemoryBucketName", memory.Bucket.BucketName, "Bucket that remembers what was registered.");
        var directories = props.Settings.Directories.Select(directory => Trust(directory, memory, props)).ToArray();
        foreach (var directory in directories)
        {
            // The directory's own id, and not its name here: a name that changed would become a second resource for the
            // same directory, and deleting the first would take away all that the second relies on.
            var place = $"Directory{directory.Directory.DirectoryId["d-".Length..]}";
            AddOutputs(directory.Directory, new DirectoryTrust(this, place, directory));
        }

        var read = new DirectoryRead(this, "Read", new DirectoryReadProps
        {
            Directories = directories,
            MemoryBucket = memory.Bucket,
            PackageFolder = props.TrustManagerFolder,
            Function = props.Settings.Functions,
        });
        Output("ReadFunctionName", read.FunctionName, "Function that tells about every directory and changes none.");
    }

    private static DirectoryTrustProps Trust(
        DirectorySettings directory, TrustMemoryBucket memory, DirectoryTrustStackProps props) => new()
    {
        Directory = directory,
        Account = props.Settings.Account,
        MemoryBucket = memory.Bucket,
        OwnCertificateAuthorityArn = props.CertificateAuthorityArn,
        PackageFolder = props.TrustManagerFolder,
        Function = props.Settings.Functions,
        Tells = props.Tells,
    };

    private void AddOutputs(DirectorySettings directory, DirectoryTrust trust)
    {
        var name = string.Concat(directory.Name.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        var subject = $"directory {directory.DirectoryId} ({directory.Name})";
        Output($"{name}CertificateIds", trust.CertificateIds, $"Certificates registered with {subject}.");
        Output($"{name}States", trust.States, $"States of the certificates and features of {subject}.");
        Output($"{name}NextExpiry", trust.NextExpiry, $"The first CA certificate of {subject} to expire.");
        Output($"{name}LeftAlone", trust.LeftAlone, $"Certificates of {subject} that somebody else registered.");
        Output(
            $"{name}ReconcileFunctionName", trust.ReconcileFunctionName, $"Function that runs and changes {subject}.");
        Output($"{name}Warning", trust.Warning, $"What to know about {subject}.");
    }

    private void Output(string name, string value, string description) =>
        _ = new CfnOutput(this, name, new CfnOutputProps { Value = value, Description = description });
}
