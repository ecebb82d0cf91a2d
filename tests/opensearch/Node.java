import java.util.List;
import java.util.Map;
import org.codelibs.opensearch.runner.node.OpenSearchRunnerNode;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.transport.Netty4Plugin;

/**
 * One node of OpenSearch in a process of its own; its settings are the arguments, name=value. It ends
 * when its standard input does, so that none outlives the tests, however they end.
 */
public class Node {
    public static void main(String[] arguments) throws Exception {
        Settings.Builder settings = Settings.builder();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            if (pair[1].contains(",")) {
                settings.putList(pair[0], pair[1].split(","));
            } else {
                settings.put(pair[0], pair[1]);
            }
        }
        Environment environment =
            InternalSettingsPreparer.prepareEnvironment(settings.build(), Map.of(), null, () -> "node");
        LogConfigurator.configure(environment);
        OpenSearchRunnerNode node =
            new OpenSearchRunnerNode(
                environment,
                List.of(CommonAnalysisPlugin.class, ReindexPlugin.class, Netty4Plugin.class));
        node.start();
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(0);
    }
}
