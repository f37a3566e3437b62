using Amazon.S3;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.DirectoryTrust.Approvals;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.DirectoryTrust.Requests;
using Infra.TrustManager.DirectoryTrust.Status;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Messages;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Sources;

namespace Infra.TrustManager.Composition;

/// <summary>The functions that keep directories and answer operators about them.</summary>
internal static class DirectoryFunctions
{
    public static DirectoryReconcileFunction Reconcile(FunctionHost host)
    {
        var place = DirectoryPlace.Of(host.Variable);
        var s3 = FunctionHost.S3();
        var directory = host.DirectoryService();
        var memory = new ClockedTrustMemory(
            new PatientTrustMemory(new S3TrustMemory(s3), host.Patience), host.Time);
        var desk = new MemoryDesk(memory, host.Time);
        var (surveyor, deployed) = (new Surveyor(directory, Sources(host, s3)), DeployedProperties.Of(host.Variable));
        var run = new DirectoryRun(
            place,
            new Reconciler(directory, memory, surveyor, deployed, host.Time),
            new MessageDesk(host.Messages()),
            desk,
            host.Log,
            host.Time,
            host.Ending);
        return new DirectoryReconcileFunction(
            place,
            run,
            new DirectoryWriteRequests(
                run,
                new HoldDesk(desk, place),
                new OperatorDecisions(surveyor, memory, desk, place, deployed),
                host.Time),
            host.Writes(),
            host.Time);
    }

    public static DirectoryReadFunction Read(FunctionHost host)
    {
        var s3 = FunctionHost.S3();
        var directory = host.DirectoryService();
        var memory = new ClockedTrustMemory(
            new PatientTrustMemory(new S3TrustMemory(s3), host.Patience), host.Time);
        var surveyor = new Surveyor(directory, Sources(host, s3));
        var places = DirectoryPlace.AllOf(host.Variable);
        var deployed = new DeployedState(DeployedProperties.AllOf(places, host.Variable));
        return new DirectoryReadFunction(
            places,
            new DirectoryReadRequests(
                new TrustPlanner(surveyor, memory, deployed),
                new StatusReader(directory, surveyor, memory, deployed),
                new ApprovalsReader(surveyor, memory, host.Time),
                memory),
            host.Reads(),
            host.Time);
    }

    internal static ListedSources Sources(FunctionHost host, IAmazonS3 s3) => new(
        host.PrivateCa(), new PatientCertificateObjects(new S3CertificateObjects(s3), host.Patience));
}
